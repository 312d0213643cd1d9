//! Pictures to H.264 (ITU-T H.264, ISO/IEC 14496-10), by Cisco's OpenH264.

use openh264::encoder::{
    BitRate, Complexity, Encoder as Inner, EncoderConfig, FrameRate, FrameType, IntraFramePeriod,
    Profile, QpRange, RateControlMode, UsageType, VuiConfig,
};
use openh264::formats::YUVSlices;
use openh264::{OpenH264API, Timestamp};
use yuv::{
    BufferStoreMut, YuvChromaSubsampling, YuvConversionMode, YuvPlanarImageMut, YuvRange,
    YuvStandardMatrix, rgba_to_yuv420,
};

use crate::export::ExportFault;

/// Seconds between pictures from which a player can start.
const SEEK_SECONDS: u32 = 2;
/// Bits for each pixel of each second of film, at most: maps are mostly still.
const BITS_PER_PIXEL: f64 = 4.0;
/// From fine to coarse on the scale of H.264 (0 to 51): fine enough for small text and
/// thin lines.
const QUANTIZATION: (u8, u8) = (8, 18);
/// In H.264 the type of a unit is in the lower five bits of its first byte.
const SEQUENCE_PARAMETERS: u8 = 7;
const PICTURE_PARAMETERS: u8 = 8;

pub struct Encoder {
    inner: Inner,
    planes: YuvPlanarImageMut<'static, u8>,
    frames_per_second: u32,
    encoded: u64,
    /// The parameter sets of the film, as the MP4 file needs them.
    pub sequence_parameters: Vec<u8>,
    pub picture_parameters: Vec<u8>,
}

/// A picture, as units with their lengths before them.
pub struct Sample {
    pub bytes: Vec<u8>,
    /// A player can start here.
    pub is_key: bool,
}

impl Encoder {
    /// An encoder for pictures of even width and height in pixels.
    pub fn new(width: u32, height: u32, frames_per_second: u32) -> Result<Encoder, ExportFault> {
        let bits = f64::from(width) * f64::from(height) * BITS_PER_PIXEL;
        let config = EncoderConfig::new()
            .bitrate(BitRate::from_bps(bits.min(80e6) as u32))
            .max_frame_rate(FrameRate::from_hz(frames_per_second as f32))
            .usage_type(UsageType::CameraVideoRealTime)
            .complexity(Complexity::Low)
            .rate_control_mode(RateControlMode::Bufferbased)
            .qp(QpRange::new(QUANTIZATION.0, QUANTIZATION.1))
            // Every frame that was drawn is in the film.
            .skip_frames(false)
            .background_detection(false)
            .scene_change_detect(false)
            .intra_frame_period(IntraFramePeriod::from_num_frames(SEEK_SECONDS * frames_per_second))
            .profile(Profile::Main)
            .vui(VuiConfig::bt709())
            // The other core draws.
            .num_threads(1);
        let inner = Inner::with_api_config(OpenH264API::from_source(), config).map_err(fault)?;
        let planes = YuvPlanarImageMut::alloc(width, height, YuvChromaSubsampling::Yuv420);
        let (sequence_parameters, picture_parameters) = Default::default();
        Ok(Encoder {
            inner,
            planes,
            frames_per_second,
            encoded: 0,
            sequence_parameters,
            picture_parameters,
        })
    }

    /// Encodes the next picture: four bytes a pixel, red, green, blue and opaque, with
    /// `stride` pixels in a row.
    pub fn encode(&mut self, rgba: &[u8], stride: u32) -> Result<Sample, ExportFault> {
        let planes = &mut self.planes;
        rgba_to_yuv420(
            planes,
            rgba,
            stride * 4,
            YuvRange::Limited,
            YuvStandardMatrix::Bt709,
            YuvConversionMode::Balanced,
        )
        .map_err(|error| ExportFault::Other { message: error.to_string() })?;
        let (width, height) = (planes.width as usize, planes.height as usize);
        let strides = [planes.y_stride, planes.u_stride, planes.v_stride].map(|s| s as usize);
        let slices = YUVSlices::new(
            (bytes(&planes.y_plane), bytes(&planes.u_plane), bytes(&planes.v_plane)),
            (width, height),
            (strides[0], strides[1], strides[2]),
        );
        let time = Timestamp::from_millis(self.encoded * 1000 / u64::from(self.frames_per_second));
        self.encoded += 1;
        let stream = self.inner.encode_at(&slices, time).map_err(fault)?;
        let is_key = matches!(stream.frame_type(), FrameType::IDR | FrameType::I);
        let mut sample = Sample { bytes: Vec::new(), is_key };
        for layer in (0..stream.num_layers()).filter_map(|layer| stream.layer(layer)) {
            for unit in (0..layer.nal_count()).filter_map(|unit| layer.nal_unit(unit)) {
                let unit = without_start_code(unit);
                match unit.first().map(|byte| byte & 0x1f) {
                    Some(SEQUENCE_PARAMETERS) => self.sequence_parameters = unit.to_vec(),
                    Some(PICTURE_PARAMETERS) => self.picture_parameters = unit.to_vec(),
                    Some(_) => {
                        sample.bytes.extend((unit.len() as u32).to_be_bytes());
                        sample.bytes.extend(unit);
                    }
                    None => {}
                }
            }
        }
        Ok(sample)
    }
}

fn bytes<'a>(plane: &'a BufferStoreMut<'static, u8>) -> &'a [u8] {
    match plane {
        BufferStoreMut::Borrowed(bytes) => bytes,
        BufferStoreMut::Owned(bytes) => bytes,
    }
}

/// Units of a stream begin with 0 0 1 or 0 0 0 1 (Annex B).
fn without_start_code(unit: &[u8]) -> &[u8] {
    let zeros = unit.iter().take_while(|byte| **byte == 0).count();
    if zeros >= 2 && unit.get(zeros) == Some(&1) { &unit[zeros + 1..] } else { unit }
}

fn fault(error: openh264::Error) -> ExportFault {
    ExportFault::Other { message: error.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn start_codes_are_taken_off() {
        for (unit, expect) in [
            (&[0, 0, 1, 0x67, 9][..], &[0x67, 9][..]),
            (&[0, 0, 0, 1, 0x67], &[0x67]),
            (&[0x67, 0, 0, 1], &[0x67, 0, 0, 1]),
            (&[], &[]),
        ] {
            assert_eq!(without_start_code(unit), expect);
        }
    }
}
