//! What a file has besides its contents and permissions, carried over to the one that replaces it.

use std::fs::File;
use std::path::Path;

/// Gives a file the owner, group and extended attributes of another one, as far as the system lets this person.
#[cfg(unix)]
pub(super) fn carry_over(from: &Path, to: &File) {
    use std::os::unix::fs::{MetadataExt as _, fchown};

    if let Ok(metadata) = from.metadata() {
        // Each by itself: often the group alone may be given.
        let _ = fchown(to, None, Some(metadata.gid()));
        let _ = fchown(to, Some(metadata.uid()), None);
    }
    #[cfg(any(target_os = "linux", target_os = "macos"))]
    carry_over_extended(from, to);
}

/// Elsewhere the system has no such things.
#[cfg(not(unix))]
pub(super) fn carry_over(_from: &Path, _to: &File) {}

#[cfg(any(target_os = "linux", target_os = "macos"))]
fn carry_over_extended(from: &Path, to: &File) {
    use std::ffi::CStr;

    use rustix::fs::{XattrFlags, fsetxattr, getxattr, listxattr};

    /// The most that Linux lets the names, and the value of one attribute, take: 64 KiB.
    const MOST: usize = 64 << 10;

    let (mut names, mut value) = (vec![0; MOST], vec![0; MOST]);
    let Ok(length) = listxattr(from, names.as_mut_slice()) else { return };
    for name in names[..length].split_inclusive(|byte| *byte == 0) {
        let Ok(name) = CStr::from_bytes_with_nul(name) else { continue };
        if let Ok(length) = getxattr(from, name, value.as_mut_slice()) {
            let _ = fsetxattr(to, name, &value[..length], XattrFlags::empty());
        }
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::io::Write as _;

    use std::fs;

    use rustix::fs::{XattrFlags, getxattr, setxattr};

    use super::super::atomic_write::{Previous, write_atomically};

    #[test]
    fn extended_attributes_survive_a_save() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.entente.json");
        fs::write(&path, "old").unwrap();
        if setxattr(&path, "user.source", b"an archive", XattrFlags::empty()).is_err() {
            // What is printed by a test that passes is never seen.
            let _ = writeln!(std::io::stderr(), "skipped: this disk has no extended attributes");
            return;
        }
        write_atomically(&path, b"new", Previous::Keep).unwrap();
        let mut value = [0; 32];
        let length = getxattr(&path, "user.source", value.as_mut_slice()).unwrap();
        assert_eq!(&value[..length], b"an archive");
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
    }
}
