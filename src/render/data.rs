//! Numbers and path data as SVG and browsers read them, as short as can be.

use std::fmt::Write;

use crate::scene::{Point, Segment, Trace};

/// A number rounded to so many decimals, written as shortly as it can be.
pub fn number(value: f32, decimals: u32) -> String {
    let mut text = String::new();
    push_rounded(&mut text, rounded(value, decimals), decimals);
    text
}

/// A number in units of its last decimal.
fn rounded(value: f32, decimals: u32) -> i64 {
    (f64::from(value) * 10f64.powi(decimals as i32)).round() as i64
}

/// Writes what [`rounded`] gives.
fn push_rounded(out: &mut String, value: i64, decimals: u32) {
    if value < 0 {
        out.push('-');
    }
    let unit = 10u64.pow(decimals);
    let (whole, part) = (value.unsigned_abs() / unit, value.unsigned_abs() % unit);
    if whole > 0 || part == 0 {
        write!(out, "{whole}").expect("a String takes all that is written to it");
    }
    if part > 0 {
        let digits = format!("{part:0width$}", width = decimals as usize);
        out.push('.');
        out.push_str(digits.trim_end_matches('0'));
    }
}

/// The `d` of a path, by where it is from a point.
pub fn segment_data(segments: &[Segment], from: Point, decimals: u32) -> String {
    let mut data = String::new();
    let push = |data: &mut String, letter: &str, points: &[Point]| {
        data.push_str(letter);
        for (i, p) in points.iter().enumerate() {
            let space = if i > 0 { " " } else { "" };
            let [x, y] = [p.x - from.x, p.y - from.y].map(|x| number(x, decimals));
            write!(data, "{space}{x} {y}").expect("a String takes all that is written to it");
        }
    };
    for segment in segments {
        // A contour without a start begins at its own first point.
        if let (true, Segment::Line(p) | Segment::Cubic(p, ..)) = (data.is_empty(), segment) {
            push(&mut data, "M", &[*p]);
        }
        match *segment {
            Segment::Move(p) => push(&mut data, "M", &[p]),
            Segment::Line(p) => push(&mut data, "L", &[p]),
            Segment::Cubic(a, b, p) => push(&mut data, "C", &[a, b, p]),
            Segment::Close if !data.is_empty() => data.push('Z'),
            Segment::Close => {}
        }
    }
    data
}

/// Writes a line by the steps from point to point, which takes half the room.
/// The steps are between rounded points: errors do not add up.
pub fn push_trace(data: &mut String, trace: &Trace, from: Point, decimals: u32) {
    let round = |p: &Point| [p.x - from.x, p.y - from.y].map(|x| rounded(x, decimals));
    let mut points = trace.points.iter().map(round);
    let Some(mut at) = points.next() else { return };
    let push = |data: &mut String, [x, y]: [i64; 2]| {
        push_rounded(data, x, decimals);
        // A minus sign parts two numbers as well as a space does.
        if y >= 0 {
            data.push(' ');
        }
        push_rounded(data, y, decimals);
    };
    data.push('M');
    push(data, at);
    let mut first = true;
    for to in points {
        let step = [to[0].saturating_sub(at[0]), to[1].saturating_sub(at[1])];
        if step == [0, 0] {
            continue;
        }
        if first {
            data.push('l');
        } else if step[0] >= 0 {
            data.push(' ');
        }
        push(data, step);
        (at, first) = (to, false);
    }
    if trace.closed {
        data.push('z');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        for (value, expect) in [
            (0.0, "0"),
            (-0.001, "0"),
            (12.0, "12"),
            (0.5, ".5"),
            (-0.05, "-.05"),
            (-7.12555, "-7.13"),
            (120.999, "121"),
            (1e9, "1000000000"),
            (f32::INFINITY, "92233720368547758.07"),
        ] {
            assert_eq!(number(value, 2), expect);
        }
    }

    #[test]
    fn a_line_is_written_by_its_steps_from_a_point() {
        let points = [(10.0, 20.0), (12.5, 20.0), (12.54, 20.0), (12.5, 18.0)];
        let points = points.map(|(x, y)| Point::new(x, y)).to_vec();
        let mut data = String::new();
        push_trace(&mut data, &Trace { points, closed: true }, Point::new(10.0, 10.0), 1);
        assert_eq!(data, "M0 10l2.5 0 0-2z");
    }
}
