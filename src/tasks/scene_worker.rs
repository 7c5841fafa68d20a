//! Scenes as the canvas shows them, and the thread that makes those of large maps. It makes the newest
//! order alone: what was ordered before, and not begun, is passed over.

use std::cell::OnceCell;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use super::{Wake, drawn_texts};
use crate::model::Map;
use crate::scene::index::{Adjacency, MarkLookup, SpatialIndex};
use crate::scene::text::Han;
use crate::scene::{Options, Positions, Scene, build, relabel};

/// A scene with what is found out from it.
#[derive(Debug)]
pub struct IndexedScene {
    /// What is drawn.
    pub scene: Arc<Scene>,
    /// Which record stands where in the scene.
    pub lookup: Arc<MarkLookup>,
    /// Which ties touch which nations, once that has been asked.
    pub adjacency: OnceCell<Adjacency>,
    /// What lies where, once that has been asked.
    pub index: OnceCell<SpatialIndex>,
    /// The forms in which its Han letters are drawn.
    pub han: Han,
}

impl IndexedScene {
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
            lookup: Arc::new(MarkLookup::of(&scene)),
            scene: Arc::new(scene),
            adjacency: OnceCell::new(),
            index: OnceCell::new(),
            han: Han::of(drawn_texts(map)),
        }
    }

    /// With everything found out that may be asked.
    fn complete(self) -> Self {
        let adjacency = Adjacency::of(&self.scene, &self.lookup);
        let index = SpatialIndex::of(&self.scene);
        Self { adjacency: OnceCell::from(adjacency), index: OnceCell::from(index), ..self }
    }
}

/// A scene to be made.
#[derive(Clone, Debug)]
pub struct SceneRequest {
    /// Of which map.
    pub map: Map,
    /// Where its nations lie.
    pub positions: Positions,
    /// How it is drawn.
    pub options: Options,
    /// The scene in which all but the labels is as it shall be, if there is one.
    pub but_for_labels: Option<Arc<Scene>>,
}

impl SceneRequest {
    fn carry_out(self) -> IndexedScene {
        let Self { map, positions, options, but_for_labels } = self;
        let indexed = match but_for_labels {
            Some(before) => {
                let mut scene = Arc::unwrap_or_clone(before);
                relabel(&map, &options, &mut scene);
                IndexedScene::of_scene(&map, scene)
            }
            None => IndexedScene::of(&map, &positions, &options),
        };
        indexed.complete()
    }
}

enum Job {
    /// An order with its number.
    Make(u64, Box<SceneRequest>),
    /// Something to let go of.
    Discard(Box<dyn Send>),
}

impl Job {
    /// The order, if it is one; else it is done at once.
    fn order(self) -> Option<(u64, Box<SceneRequest>)> {
        match self {
            Self::Make(number, request) => Some((number, request)),
            Self::Discard(old) => {
                drop(old);
                None
            }
        }
    }
}

/// The thread that makes scenes.
pub struct SceneWorker {
    orders: u64,
    jobs: Sender<Job>,
    indexed: Receiver<(u64, IndexedScene)>,
}

impl SceneWorker {
    /// Starts the thread. `wake` is called when there is a scene to take.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(wake: Wake) -> std::io::Result<Self> {
        let (jobs, queue) = channel::<Job>();
        let (out, indexed) = channel();
        thread::Builder::new().name("entente-scene".to_owned()).spawn(move || {
            while let Ok(first) = queue.recv() {
                let jobs = std::iter::once(first).chain(queue.try_iter());
                let Some((order, request)) = jobs.filter_map(Job::order).last() else { continue };
                if out.send((order, request.carry_out())).is_err() {
                    break;
                }
                wake();
            }
        })?;
        Ok(Self { orders: 0, jobs, indexed })
    }

    /// Orders a scene; what was ordered before is of no use any more.
    pub fn order(&mut self, request: SceneRequest) {
        self.orders += 1;
        // The thread lives as long as this sender, so the job arrives.
        let _ = self.jobs.send(Job::Make(self.orders, Box::new(request)));
    }

    /// Lets go of something large, which takes its time, on the thread.
    pub fn discard(&self, old: impl Send + 'static) {
        let _ = self.jobs.send(Job::Discard(Box::new(old)));
    }

    /// The scene that was ordered last, once it is there.
    pub fn take(&self) -> Option<IndexedScene> {
        let newest = self.indexed.try_iter().last()?;
        (newest.0 == self.orders).then_some(newest.1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;
    use std::time::Duration;

    fn request(name: &str) -> SceneRequest {
        let file = format!(
            r#"{{"format": "entente-map", "version": "1.0",
                "nations": [{{"id": "A", "name": "{name}", "position": [0, 0]}}], "ties": []}}"#
        );
        let map = crate::formats::read(file.as_bytes()).expect("a map").map;
        let positions = Positions::of(&map);
        SceneRequest { map, positions, options: Options::default(), but_for_labels: None }
    }

    fn scene_worker() -> (SceneWorker, mpsc::Receiver<()>) {
        let (woken, wakes) = mpsc::channel();
        let wake: Wake = Arc::new(move || {
            // Nobody listens any more once the test has ended.
            let _ = woken.send(());
        });
        (SceneWorker::start(wake).expect("a thread"), wakes)
    }

    /// The next scene that is of use.
    fn next(scene_worker: &SceneWorker, wakes: &mpsc::Receiver<()>) -> IndexedScene {
        loop {
            wakes.recv_timeout(Duration::from_secs(20)).expect("a scene");
            if let Some(indexed) = scene_worker.take() {
                return indexed;
            }
        }
    }

    #[test]
    fn only_the_scene_that_was_ordered_last_is_of_use() {
        let (mut scene_worker, wakes) = scene_worker();
        ["Fiji", "Samoa", "Tonga"].iter().for_each(|name| scene_worker.order(request(name)));
        let indexed = next(&scene_worker, &wakes);
        assert_eq!(indexed.scene.nations[0].name, "Tonga");
        assert!(indexed.adjacency.get().is_some() && indexed.index.get().is_some());
        assert!(scene_worker.take().is_none());
    }

    #[test]
    fn labels_alone_can_be_set_anew() {
        let (mut scene_worker, wakes) = scene_worker();
        scene_worker.order(request("Tonga"));
        let first = next(&scene_worker, &wakes);
        let options = Options { text_unit: 2.0, ..Options::default() };
        let but_for_labels = Some(Arc::clone(&first.scene));
        scene_worker.order(SceneRequest { options, but_for_labels, ..request("Tonga") });
        let second = next(&scene_worker, &wakes);
        assert_eq!(second.scene.nations, first.scene.nations);
        assert_eq!(second.scene.labels[0].size, 2.0 * first.scene.labels[0].size);
    }
}
