//! Records in an encoding of serde: a list of ids with their records, in their order.

use std::hash::Hash;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Records;

impl<I, T> Serialize for Records<I, T>
where
    I: Copy + Eq + Hash + Ord + From<u32> + Into<u32> + Serialize,
    T: Serialize,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<'de, I, T> Deserialize<'de> for Records<I, T>
where
    I: Copy + Eq + Hash + Ord + From<u32> + Into<u32> + Deserialize<'de>,
    T: Deserialize<'de>,
{
    /// Of records with the same id the last one stays, as nothing that a map wrote has.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let records = Vec::<(I, T)>::deserialize(deserializer)?;
        Ok(Self::of(records.into_iter().map(|(id, record)| (id, Arc::new(record)))))
    }
}
