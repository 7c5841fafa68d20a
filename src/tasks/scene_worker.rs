//! The thread that builds the scenes of large maps. Requests that haven't been started are dropped in
//! favour of the newest.

use std::sync::Arc;

use super::worker_thread::WorkerThread;
use super::{IndexedScene, Wake};
use crate::model::Map;
use crate::scene::{Options, Positions, Scene, relabel};

/// A scene to build.
#[derive(Clone, Debug)]
pub struct SceneJob {
    /// The map.
    pub map: Map,
    /// Where its nations lie.
    pub positions: Positions,
    /// How it is drawn.
    pub options: Options,
    /// A scene of the same map that is right in all but its labels, if there is one. Then only the
    /// labels are placed.
    pub scene_to_relabel: Option<Arc<Scene>>,
}

impl SceneJob {
    fn carry_out(self) -> IndexedScene {
        let Self { map, positions, options, scene_to_relabel } = self;
        let indexed = match scene_to_relabel {
            Some(before) => {
                let mut scene = Arc::unwrap_or_clone(before);
                relabel(&map, &options, &mut scene);
                IndexedScene::of_scene(&map, scene)
            }
            None => IndexedScene::of(&map, &positions, &options),
        };
        indexed.with_all_indices()
    }
}

enum Message {
    /// A job, with the id of its request.
    Build(u64, Box<SceneJob>),
    /// Something to drop.
    Drop(Box<dyn Send>),
}

impl Message {
    /// The job, if it is one; anything else is done at once.
    fn into_job(self) -> Option<(u64, Box<SceneJob>)> {
        match self {
            Self::Build(request_id, job) => Some((request_id, job)),
            Self::Drop(old) => {
                drop(old);
                None
            }
        }
    }
}

/// The thread that builds scenes.
pub struct SceneWorker {
    last_id: u64,
    thread: WorkerThread<Message, (u64, IndexedScene)>,
}

impl SceneWorker {
    /// Starts the thread. `wake` is called when there is a scene to take.
    ///
    /// # Errors
    /// If the system can't start a thread.
    pub fn start(wake: Wake) -> std::io::Result<Self> {
        let thread = WorkerThread::start("entente-scene", wake, |first, queue| {
            let messages = std::iter::once(first).chain(queue.try_iter());
            let (request_id, job) = messages.filter_map(Message::into_job).last()?;
            Some((request_id, job.carry_out()))
        })?;
        Ok(Self { last_id: 0, thread })
    }

    /// Requests a scene; what was requested before is no longer wanted.
    pub fn request(&mut self, job: SceneJob) {
        self.last_id += 1;
        self.thread.send(Message::Build(self.last_id, Box::new(job)));
    }

    /// Drops something large on the thread, since freeing it takes time.
    pub fn discard(&self, old: impl Send + 'static) {
        self.thread.send(Message::Drop(Box::new(old)));
    }

    /// The scene that was requested last, once it is built.
    pub fn take(&self) -> Option<IndexedScene> {
        let (request_id, scene) = self.thread.take_newest()?;
        (request_id == self.last_id).then_some(scene)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;
    use std::time::Duration;

    fn job(name: &str) -> SceneJob {
        let file = format!(
            r#"{{"format": "entente-map", "version": "1.0",
                "nations": [{{"id": "A", "name": "{name}", "position": [0, 0]}}], "ties": []}}"#
        );
        let map = crate::formats::read(file.as_bytes()).expect("a map").map;
        let positions = Positions::of(&map);
        SceneJob { map, positions, options: Options::default(), scene_to_relabel: None }
    }

    fn scene_worker() -> (SceneWorker, mpsc::Receiver<()>) {
        let (woken, wakes) = mpsc::channel();
        let wake: Wake = Arc::new(move || {
            // Nobody listens any more once the test has ended.
            let _ = woken.send(());
        });
        (SceneWorker::start(wake).expect("a thread"), wakes)
    }

    /// The next scene that isn't outdated.
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
        ["Fiji", "Samoa", "Tonga"].iter().for_each(|name| scene_worker.request(job(name)));
        let indexed = next(&scene_worker, &wakes);
        assert_eq!(indexed.scene.nations[0].name, "Tonga");
        assert!(indexed.adjacency.get().is_some() && indexed.index.get().is_some());
        assert!(scene_worker.take().is_none());
    }

    #[test]
    fn labels_alone_can_be_set_anew() {
        let (mut scene_worker, wakes) = scene_worker();
        scene_worker.request(job("Tonga"));
        let first = next(&scene_worker, &wakes);
        let options = Options { text_unit: 2.0, ..Options::default() };
        let scene_to_relabel = Some(Arc::clone(&first.scene));
        scene_worker.request(SceneJob { options, scene_to_relabel, ..job("Tonga") });
        let second = next(&scene_worker, &wakes);
        assert_eq!(second.scene.nations, first.scene.nations);
        assert_eq!(second.scene.labels[0].size, 2.0 * first.scene.labels[0].size);
    }
}
