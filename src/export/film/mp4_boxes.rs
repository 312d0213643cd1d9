//! The boxes around the frames of an MP4 file (ISO/IEC 14496-12 and -15).
//!
//! The table of contents stands first, so that a player need not have the end to
//! begin.

use mp4_atom::{
    Avc1, Avcc, Co64, Codec, Colr, Dinf, Dref, Encode, Ftyp, Hdlr, Mdhd, Mdia, Minf, Moov, Mvhd,
    Stbl, Stco, Stsc, StscEntry, Stsd, Stss, Stsz, StszSamples, Stts, SttsEntry, Tkhd, Trak, Url,
    Visual, Vmhd,
};

use crate::export::ExportFault;

/// What the table of contents says of a film.
pub struct Contents<'a> {
    pub width: u16,
    pub height: u16,
    pub frames_per_second: u32,
    pub sequence_parameters: &'a [u8],
    pub picture_parameters: &'a [u8],
    /// The length of each frame in bytes.
    pub sizes: Vec<u32>,
    /// Which frames a player can start from, counted from 1.
    pub keys: Vec<u32>,
    /// The language of the film, ISO 639-2/T.
    pub language: &'static str,
}

/// All that stands before the first byte of the first frame.
pub fn before_frames(contents: &Contents) -> Result<Vec<u8>, ExportFault> {
    let mut bytes = encoded(&Ftyp {
        major_brand: b"isom".into(),
        minor_version: 512,
        compatible_brands: vec![b"isom".into(), b"iso2".into(), b"avc1".into(), b"mp41".into()],
    })?;
    let length: u64 = contents.sizes.iter().map(|size| u64::from(*size)).sum();
    let header = data_header(length);
    // The table holds where the frames are, and is as long wherever that is.
    let table = encoded(&contents.table(0)?)?.len();
    let first = (bytes.len() + table + header.len()) as u64;
    bytes.extend(encoded(&contents.table(first)?)?);
    bytes.extend(header);
    Ok(bytes)
}

fn encoded(atom: &impl Encode) -> Result<Vec<u8>, ExportFault> {
    let mut bytes = Vec::new();
    atom.encode(&mut bytes).map_err(fault)?;
    Ok(bytes)
}

fn fault(error: mp4_atom::Error) -> ExportFault {
    ExportFault::Other { message: error.to_string() }
}

/// The head of the box with the frames; beyond four gigabytes in its long form.
fn data_header(length: u64) -> Vec<u8> {
    match u32::try_from(length + 8) {
        Ok(short) => [&short.to_be_bytes()[..], b"mdat"].concat(),
        Err(_) => [&1_u32.to_be_bytes()[..], b"mdat", &(length + 16).to_be_bytes()].concat(),
    }
}

impl Contents<'_> {
    /// The table of contents, for frames that begin `first` bytes into the file.
    fn table(&self, first: u64) -> Result<Moov, ExportFault> {
        let frames = self.sizes.len() as u32;
        // A millisecond is too coarse for some rates; these parts fit them all.
        let timescale = self.frames_per_second * 512;
        let duration = u64::from(frames) * 512;
        Ok(Moov {
            mvhd: Mvhd {
                timescale,
                duration,
                rate: 1.into(),
                volume: 1.into(),
                next_track_id: 2,
                ..Mvhd::default()
            },
            trak: vec![Trak {
                tkhd: Tkhd {
                    track_id: 1,
                    duration,
                    enabled: true,
                    in_movie: true,
                    width: self.width.into(),
                    height: self.height.into(),
                    ..Tkhd::default()
                },
                mdia: Mdia {
                    mdhd: Mdhd {
                        timescale,
                        duration,
                        language: self.language.into(),
                        ..Mdhd::default()
                    },
                    hdlr: Hdlr { handler: b"vide".into(), name: "Decamp".into() },
                    minf: Minf {
                        vmhd: Some(Vmhd::default()),
                        dinf: Dinf {
                            dref: Dref { entries: vec![Url { location: String::new() }.into()] },
                        },
                        stbl: self.samples(first)?,
                        ..Minf::default()
                    },
                },
                ..Trak::default()
            }],
            ..Moov::default()
        })
    }

    fn samples(&self, first: u64) -> Result<Stbl, ExportFault> {
        let avcc = Avcc::new(self.sequence_parameters, self.picture_parameters).map_err(fault)?;
        let avc1 = Avc1 {
            visual: Visual {
                data_reference_index: 1,
                width: self.width,
                height: self.height,
                horizresolution: 72.into(),
                vertresolution: 72.into(),
                frame_count: 1,
                depth: 24,
                ..Visual::default()
            },
            avcc,
            // BT.709, as the frames are.
            colr: Some(Colr::Nclx {
                colour_primaries: 1,
                transfer_characteristics: 1,
                matrix_coefficients: 1,
                full_range_flag: false,
            }),
            ..Avc1::default()
        };
        let chunks = self.chunks(first);
        let (stco, co64) = match chunks.iter().map(|at| u32::try_from(*at).ok()).collect() {
            Some(entries) => (Some(Stco { entries }), None),
            None => (None, Some(Co64 { entries: chunks })),
        };
        Ok(Stbl {
            stsd: Stsd { codecs: vec![Codec::Avc1(avc1)] },
            stts: Stts {
                entries: vec![SttsEntry {
                    sample_count: self.sizes.len() as u32,
                    sample_delta: 512,
                }],
            },
            stss: Some(Stss { entries: self.keys.clone() }),
            stsc: Stsc { entries: self.frames_in_chunks() },
            stsz: Stsz { samples: StszSamples::Different { sizes: self.sizes.clone() } },
            stco,
            co64,
            ..Stbl::default()
        })
    }

    /// Where each second of the film begins.
    fn chunks(&self, first: u64) -> Vec<u64> {
        let mut at = first;
        let seconds = self.sizes.chunks(self.frames_per_second as usize);
        seconds
            .map(|frames| {
                let here = at;
                at += frames.iter().map(|size| u64::from(*size)).sum::<u64>();
                here
            })
            .collect()
    }

    /// How many frames there are in the chunks; the last one may have fewer.
    fn frames_in_chunks(&self) -> Vec<StscEntry> {
        let entry = |first_chunk, samples_per_chunk| StscEntry {
            first_chunk,
            samples_per_chunk,
            sample_description_index: 1,
        };
        let rate = self.frames_per_second;
        let (whole, rest) = (self.sizes.len() as u32 / rate, self.sizes.len() as u32 % rate);
        let whole_ones = (whole > 0).then(|| entry(1, rate));
        let last = (rest > 0).then(|| entry(whole + 1, rest));
        whole_ones.into_iter().chain(last).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contents(frames: usize, size: u32) -> Contents<'static> {
        Contents {
            width: 320,
            height: 180,
            frames_per_second: 10,
            sequence_parameters: &[0x67, 0x4d, 0, 0x1e, 1],
            picture_parameters: &[0x68, 1],
            sizes: vec![size; frames],
            keys: vec![1],
            language: "fra",
        }
    }

    #[test]
    fn frames_lie_behind_the_table_a_second_to_a_chunk() {
        for (frames, chunks, in_chunks) in [
            (25, vec![0, 1000, 2000], vec![(1, 10), (3, 5)]),
            (20, vec![0, 1000], vec![(1, 10)]),
            (4, vec![0], vec![(1, 4)]),
        ] {
            let contents = contents(frames, 100);
            let first = before_frames(&contents).unwrap().len() as u64;
            let expect: Vec<u64> = chunks.iter().map(|at| first + at).collect();
            assert_eq!(contents.chunks(first), expect);
            let entries = contents.frames_in_chunks();
            let entries: Vec<_> =
                entries.iter().map(|e| (e.first_chunk, e.samples_per_chunk)).collect();
            assert_eq!(entries, in_chunks);
        }
    }

    #[test]
    fn beyond_four_gigabytes_the_long_forms_are_used() {
        let contents = contents(50, 120_000_000);
        let stbl = contents.samples(1000).unwrap();
        assert!(stbl.stco.is_none());
        assert_eq!(stbl.co64.unwrap().entries[4], 1000 + 4_800_000_000);
        assert_eq!(data_header(5_000_000_000).len(), 16);
        assert_eq!(data_header(100), [0, 0, 0, 108, b'm', b'd', b'a', b't']);
    }
}
