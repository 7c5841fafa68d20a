//! Scenes as the canvas shows them, and the thread that makes those of large maps. It makes the newest
//! order alone: what was ordered before, and not begun, is passed over.

use std::cell::OnceCell;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use super::{Wake, drawn_texts};
use crate::model::Map;
use crate::scene::index::{Index, Links, Places};
use crate::scene::text::Han;
use crate::scene::{Options, Positions, Scene, build, relabel};

/// A scene with what is found out from it.
#[derive(Debug)]
pub struct Engraved {
    /// What is drawn.
    pub scene: Arc<Scene>,
    /// Which record stands where in the scene.
    pub places: Arc<Places>,
    /// Which ties touch which nations, once that has been asked.
    pub links: OnceCell<Links>,
    /// What lies where, once that has been asked.
    pub index: OnceCell<Index>,
    /// The forms in which its Han letters are drawn.
    pub han: Han,
}

impl Engraved {
    /// A map drawn with all care. Ties run as they do at 100 %, whatever the size of the type.
    pub fn of(map: &Map, positions: &Positions, options: &Options) -> Self {
        let mut scene = build(map, positions, &Options { text_unit: 1.0, ..*options });
        if options.text_unit != 1.0 {
            relabel(map, options, &mut scene);
        }
        Self::of_scene(map, scene)
    }

    fn of_scene(map: &Map, scene: Scene) -> Self {
        Self {
            places: Arc::new(Places::of(&scene)),
            scene: Arc::new(scene),
            links: OnceCell::new(),
            index: OnceCell::new(),
            han: Han::of(drawn_texts(map)),
        }
    }

    /// With everything found out that may be asked.
    fn complete(self) -> Self {
        let links = Links::of(&self.scene, &self.places);
        let index = Index::of(&self.scene);
        Self { links: OnceCell::from(links), index: OnceCell::from(index), ..self }
    }
}

/// A scene to be made.
#[derive(Clone, Debug)]
pub struct Engraving {
    /// Of which map.
    pub map: Map,
    /// Where its nations lie.
    pub positions: Positions,
    /// How it is drawn.
    pub options: Options,
    /// The scene in which all but the labels is as it shall be, if there is one.
    pub but_for_labels: Option<Arc<Scene>>,
}

impl Engraving {
    fn carry_out(self) -> Engraved {
        let Self { map, positions, options, but_for_labels } = self;
        let engraved = match but_for_labels {
            Some(before) => {
                let mut scene = Arc::unwrap_or_clone(before);
                relabel(&map, &options, &mut scene);
                Engraved::of_scene(&map, scene)
            }
            None => Engraved::of(&map, &positions, &options),
        };
        engraved.complete()
    }
}

enum Job {
    /// An order with its number.
    Engrave(u64, Box<Engraving>),
    /// Something to let go of.
    Discard(Box<dyn Send>),
}

impl Job {
    /// The order, if it is one; else it is done at once.
    fn order(self) -> Option<(u64, Box<Engraving>)> {
        match self {
            Self::Engrave(number, engraving) => Some((number, engraving)),
            Self::Discard(old) => {
                drop(old);
                None
            }
        }
    }
}

/// The thread that makes scenes.
pub struct Engraver {
    orders: u64,
    jobs: Sender<Job>,
    engraved: Receiver<(u64, Engraved)>,
}

impl Engraver {
    /// Starts the thread. `wake` is called when there is a scene to take.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(wake: Wake) -> std::io::Result<Self> {
        let (jobs, queue) = channel::<Job>();
        let (out, engraved) = channel();
        thread::Builder::new().name("entente-scene".to_owned()).spawn(move || {
            while let Ok(first) = queue.recv() {
                let jobs = std::iter::once(first).chain(queue.try_iter());
                let Some((order, engraving)) = jobs.filter_map(Job::order).last() else { continue };
                if out.send((order, engraving.carry_out())).is_err() {
                    break;
                }
                wake();
            }
        })?;
        Ok(Self { orders: 0, jobs, engraved })
    }

    /// Orders a scene; what was ordered before is of no use any more.
    pub fn order(&mut self, engraving: Engraving) {
        self.orders += 1;
        // The thread lives as long as this sender, so the job arrives.
        let _ = self.jobs.send(Job::Engrave(self.orders, Box::new(engraving)));
    }

    /// Lets go of something large, which takes its time, on the thread.
    pub fn discard(&self, old: impl Send + 'static) {
        let _ = self.jobs.send(Job::Discard(Box::new(old)));
    }

    /// The scene that was ordered last, once it is there.
    pub fn take(&self) -> Option<Engraved> {
        let newest = self.engraved.try_iter().last()?;
        (newest.0 == self.orders).then_some(newest.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;
    use std::time::Duration;

    fn engraving(name: &str) -> Engraving {
        let file = format!(
            r#"{{"format": "entente-map", "version": "1.0",
                "nations": [{{"id": "A", "name": "{name}", "position": [0, 0]}}], "ties": []}}"#
        );
        let map = crate::formats::read(file.as_bytes()).expect("a map").map;
        let positions = Positions::of(&map);
        Engraving { map, positions, options: Options::default(), but_for_labels: None }
    }

    fn engraver() -> (Engraver, mpsc::Receiver<()>) {
        let (woken, wakes) = mpsc::channel();
        let wake: Wake = Arc::new(move || {
            // Nobody listens any more once the test has ended.
            let _ = woken.send(());
        });
        (Engraver::start(wake).expect("a thread"), wakes)
    }

    /// The next scene that is of use.
    fn next(engraver: &Engraver, wakes: &mpsc::Receiver<()>) -> Engraved {
        loop {
            wakes.recv_timeout(Duration::from_secs(20)).expect("a scene");
            if let Some(engraved) = engraver.take() {
                return engraved;
            }
        }
    }

    #[test]
    fn only_the_scene_that_was_ordered_last_is_of_use() {
        let (mut engraver, wakes) = engraver();
        ["Fiji", "Samoa", "Tonga"].iter().for_each(|name| engraver.order(engraving(name)));
        let engraved = next(&engraver, &wakes);
        assert_eq!(engraved.scene.nations[0].name, "Tonga");
        assert!(engraved.links.get().is_some() && engraved.index.get().is_some());
        assert!(engraver.take().is_none());
    }

    #[test]
    fn labels_alone_can_be_set_anew() {
        let (mut engraver, wakes) = engraver();
        engraver.order(engraving("Tonga"));
        let first = next(&engraver, &wakes);
        let options = Options { text_unit: 2.0, ..Options::default() };
        let but_for_labels = Some(Arc::clone(&first.scene));
        engraver.order(Engraving { options, but_for_labels, ..engraving("Tonga") });
        let second = next(&engraver, &wakes);
        assert_eq!(second.scene.nations, first.scene.nations);
        assert_eq!(second.scene.labels[0].size, 2.0 * first.scene.labels[0].size);
    }
}
