//! What files hold once they are read.

use super::edge_list::EdgeList;
use super::map_tables;
use super::network::Network;
use super::problems::Problem;
use super::tables::{Table, parted};
use crate::model::Map;

/// A map as it was read, and everything that couldn't be read as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// What was kept.
    pub map: Map,
    /// What wasn't as expected, in the order of the file.
    pub problems: Vec<Problem>,
}

/// What a file holds.
#[derive(Clone, Debug)]
pub enum Content {
    /// A map.
    Map(Box<Opened>),
    /// A network, of which choices make a map.
    Network(Box<Network>),
    /// Tables, of which a plan makes a network.
    Tables(Vec<Table>),
}

impl Content {
    /// What tables hold: a map, where they are a map's own, else themselves, of which those that hold several
    /// are parted.
    pub fn of_tables(tables: Vec<Table>) -> Self {
        match map_tables::read(&tables) {
            Some(opened) => Self::Map(Box::new(opened)),
            None => Self::Tables(parted(tables)),
        }
    }
}

/// What can be laid out.
#[derive(Clone, Debug, PartialEq)]
pub enum MapOrEdgeList {
    /// A map.
    Map(Box<Opened>),
    /// A plain network, which is read as a whole or not at all.
    EdgeList(EdgeList),
}
