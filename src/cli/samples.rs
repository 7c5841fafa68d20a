//! `entente samples`: lists the bundled maps, or prints one.

use std::io::Write;

use super::args::SamplesArgs;
use super::{Failure, Status};
use crate::formats::samples;

pub(super) fn run(args: &SamplesArgs, out: &mut dyn Write) -> Result<Status, Failure> {
    match &args.name {
        None => {
            for sample in samples::SAMPLES {
                writeln!(out, "{:<26} {}", sample.name, sample.title)?;
            }
        }
        Some(name) => {
            let sample =
                samples::SAMPLES.iter().find(|sample| sample.name == name).ok_or_else(|| {
                    let names: Vec<&str> =
                        samples::SAMPLES.iter().map(|sample| sample.name).collect();
                    Failure(format!(
                        "There is no sample “{name}”. There are: {}.",
                        names.join(", ")
                    ))
                })?;
            out.write_all(sample.json.as_bytes())?;
        }
    }
    Ok(Status::Done)
}
