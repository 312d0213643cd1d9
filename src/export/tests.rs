//! What becomes of exports that are stopped or fail.

use super::*;

#[test]
fn every_format_has_its_ending() {
    for (path, expect) in [
        ("map.png", Some("png")),
        ("a.b/Karte.GeoJSON", Some("geojson")),
        ("png", None),
        ("map.pdf", Some("pdf")),
        ("map.bmp", None),
        ("folder.svg/map", None),
    ] {
        let format = Format::of_path(Path::new(path)).map(|format| format.ending);
        assert_eq!(format, expect, "{path}");
    }
}

fn request() -> Request {
    let plan = Arc::new(crate::file::bundled_plan().1.plan);
    let theatre = Theatre::world();
    let routes = Arc::new(Routes::of(&plan, &theatre));
    let schedule = Arc::new(Schedule::of(&plan, &routes));
    Request {
        moment: Moment::close_of(plan.horizon().start()),
        plan,
        schedule,
        routes,
        theatre,
        track: Track::Planned,
        form: Form::Picture,
        paper: Paper::default(),
        camera: None,
        size: (64.0, 64.0),
        scale: 1.0,
        theme: Theme::Light,
        layers: None,
        lang: Lang::En,
        furniture: Furniture::ALL,
        problems: None,
        table: None,
        baseline: None,
        film: FilmOptions::default(),
    }
}

/// Writes three parts, each after a step.
fn three_parts(_: &Request, control: &Control, out: &mut dyn Write) -> Result<(), Broken> {
    for part in 0..3 {
        control.step(part, 3)?;
        out.write_all(b"part")?;
        // The test stops it at the step that its name says.
        if part == STOP_AT.with(|stop| stop.get()) {
            control.cancel();
        }
    }
    Ok(control.step(3, 3)?)
}

thread_local! {
    static STOP_AT: std::cell::Cell<u64> = const { std::cell::Cell::new(9) };
}

#[test]
fn an_export_that_is_stopped_leaves_what_was_there() {
    let request = request();
    let format = Format { ending: "parts", write: Writer::File(three_parts) };
    for old in [None, Some("old")] {
        for stop in [0, 1, 2, 9] {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("a.parts");
            if let Some(old) = old {
                std::fs::write(&path, old).unwrap();
            }
            STOP_AT.set(stop);
            let result = write_to(&path, &format, &request, &Control::unattended());
            let (expect, now) = match stop {
                9 => (Ok(()), Some("partpartpart")),
                _ => (Err(ExportFault::Cancelled), old),
            };
            assert_eq!(result, expect, "stopped at {stop}");
            assert_eq!(std::fs::read_to_string(&path).ok().as_deref(), now);
            let files = std::fs::read_dir(folder.path()).unwrap().count();
            assert_eq!(files, usize::from(now.is_some()), "nothing else is left");
        }
    }
}

#[test]
fn a_panic_in_an_exporter_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.parts");
    let (to, request) = (path.clone(), request());
    let job = Job::start(move |control| {
        let write = |_: &Request, _: &Control, out: &mut dyn Write| {
            out.write_all(b"part")?;
            panic!("a bug")
        };
        write_to(&to, &Format { ending: "parts", write: Writer::File(write) }, &request, control)
    });
    assert_eq!(job.wait(), crate::job::Outcome::Panicked("a bug".into()));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_named() {
    let format = Format { ending: "parts", write: Writer::File(three_parts) };
    let path = Path::new("/dev/full");
    let result = write_to(path, &format, &request(), &Control::unattended());
    let Err(ExportFault::Disk(error)) = result else { panic!("it was written: {result:?}") };
    assert_eq!(error.fault, disk::DiskFault::Full);
}

/// Fills a folder with three parts, each after a step.
fn folder_of_three(path: &Path, _: &Request, control: &Control) -> Result<(), Broken> {
    let folder = disk::NewFolder::create(path).map_err(ExportFault::Disk)?;
    for part in 0..3 {
        control.step(part, 3)?;
        folder.write(&part.to_string(), b"part").map_err(ExportFault::Disk)?;
        match STOP_AT.with(|stop| stop.get()) {
            stop if stop == part => control.cancel(),
            // The test takes the folder away half-way, or lets a bug out.
            100 => std::fs::remove_dir_all(path.parent().unwrap()).unwrap(),
            200 => panic!("a bug"),
            _ => {}
        }
    }
    control.step(3, 3)?;
    Ok(folder.finish().map_err(ExportFault::Disk)?)
}

#[test]
fn a_folder_that_is_stopped_leaves_nothing() {
    let request = request();
    let format = Format { ending: "parts", write: Writer::Folder(folder_of_three) };
    for stop in [0, 1, 2, 9] {
        let desk = tempfile::tempdir().unwrap();
        STOP_AT.set(stop);
        let path = desk.path().join("a.parts");
        let result = write_to(&path, &format, &request, &Control::unattended());
        let expect = if stop == 9 { Ok(()) } else { Err(ExportFault::Cancelled) };
        assert_eq!(result, expect, "stopped at {stop}");
        let files = std::fs::read_dir(desk.path()).unwrap().count();
        assert_eq!(files, usize::from(stop == 9), "stopped at {stop}");
    }
}

#[test]
fn a_folder_whose_place_is_gone_says_so() {
    let desk = tempfile::tempdir().unwrap();
    let place = desk.path().join("place");
    std::fs::create_dir(&place).unwrap();
    let format = Format { ending: "parts", write: Writer::Folder(folder_of_three) };
    STOP_AT.set(100);
    let result = write_to(&place.join("a.parts"), &format, &request(), &Control::unattended());
    let Err(ExportFault::Disk(error)) = result else { panic!("it was written: {result:?}") };
    assert_eq!(error.fault, disk::DiskFault::NotFound);
    assert_eq!(std::fs::read_dir(desk.path()).unwrap().count(), 0);
}

#[test]
fn a_panic_leaves_no_folder() {
    let desk = tempfile::tempdir().unwrap();
    let (to, request) = (desk.path().join("a.parts"), request());
    let job = Job::start(move |control| {
        STOP_AT.set(200);
        let format = Format { ending: "parts", write: Writer::Folder(folder_of_three) };
        write_to(&to, &format, &request, control)
    });
    assert_eq!(job.wait(), crate::job::Outcome::Panicked("a bug".into()));
    assert_eq!(std::fs::read_dir(desk.path()).unwrap().count(), 0);
}

/// A plan of three days, with what all formats show.
const SMALL: &str = r#"{
  "format": "decamp-plan", "version": 1, "title": "Ber", "theatre": "world",
  "horizon": { "start": "2023-07-01", "end": "2023-07-03" },
  "sites": { "type": "FeatureCollection", "features": [
    { "type": "Feature", "id": "a", "geometry": { "type": "Point", "coordinates": [-3.0, 16.7] },
      "properties": { "name": "Ber", "kind": "camp" } } ] },
  "chapters": [{ "id": "c", "title": "C", "moment": "2023-07-01", "until": "2023-07-03" }]
}"#;

/// What a format is asked for: as little as it can have of a plan.
fn request_of(format: &Format, plan: Plan) -> Request {
    let plan = Arc::new(plan);
    let before = request();
    let routes = Arc::new(Routes::of(&plan, &before.theatre));
    let schedule = Arc::new(Schedule::of(&plan, &routes));
    let form = if format.ending == "pdf" { Form::Pack } else { Form::Picture };
    let film = FilmOptions { frames_per_second: Some(1), ..FilmOptions::default() };
    Request { plan, schedule, routes, form, film, ..before }
}

fn small_plan() -> Plan {
    crate::file::read(SMALL.as_bytes()).expect("the plan is read").plan
}

#[test]
fn no_format_writes_where_it_cannot() {
    let control = Control::unattended;
    for format in FORMATS {
        let request = request_of(format, small_plan());
        let desk = tempfile::tempdir().unwrap();
        let gone = write_to(&desk.path().join("gone/a"), format, &request, &control());
        let Err(ExportFault::Disk(error)) = gone else { panic!("{}: {gone:?}", format.ending) };
        assert_eq!(error.fault, disk::DiskFault::NotFound, "{}", format.ending);
        assert_eq!(std::fs::read_dir(desk.path()).unwrap().count(), 0, "{}", format.ending);
        if matches!(format.write, Writer::Folder(_)) {
            continue;
        }
        let kept = desk.path().join("kept");
        std::fs::write(&kept, "old").unwrap();
        let mut permissions = std::fs::metadata(&kept).unwrap().permissions();
        permissions.set_readonly(true);
        std::fs::set_permissions(&kept, permissions).unwrap();
        let refused = write_to(&kept, format, &request, &control());
        let Err(ExportFault::Disk(error)) = refused else { panic!("{}", format.ending) };
        assert_eq!(error.fault, disk::DiskFault::ReadOnly, "{}", format.ending);
        assert_eq!(std::fs::read(&kept).unwrap(), b"old");
        assert_eq!(std::fs::read_dir(desk.path()).unwrap().count(), 1, "{}", format.ending);
    }
}

#[test]
#[cfg(target_os = "linux")]
fn every_format_names_a_full_disk() {
    for format in FORMATS.iter().filter(|format| matches!(format.write, Writer::File(_))) {
        let request = request_of(format, small_plan());
        let full = write_to(Path::new("/dev/full"), format, &request, &Control::unattended());
        let Err(ExportFault::Disk(error)) = full else { panic!("{}: {full:?}", format.ending) };
        assert_eq!(error.fault, disk::DiskFault::Full, "{}", format.ending);
    }
}

#[test]
fn every_format_can_be_stopped() {
    let plan = crate::file::bundled_plan().1.plan;
    for format in FORMATS {
        let request = request_of(format, plan.clone());
        // What is made in one go asks at its end alone; of the rest some is made by then.
        for times in [0, 2] {
            let desk = tempfile::tempdir().unwrap();
            let path = desk.path().join("a");
            let ended = write_to(&path, format, &request, &Control::stopping_after(times));
            let left = std::fs::read_dir(desk.path()).unwrap().count();
            let at_once = ["csv", "geojson", "svg", "png"].contains(&format.ending);
            match ended {
                Ok(()) => assert!(at_once && times > 0, "{}", format.ending),
                Err(fault) => {
                    assert_eq!((fault, left), (ExportFault::Cancelled, 0), "{}", format.ending);
                }
            }
        }
    }
}
