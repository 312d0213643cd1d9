//! Scenes as files and pixels.
//!
//! Every exporter has the same files, each for one part of the scene's
//! vocabulary: `path`, `text`, `fill`. What a node looks like is decided in the
//! scene; where the vocabulary leaves a choice, all exporters make the same one:
//! lines end bluntly, corners are round but those of rectangles, map geometry is
//! filled by the even-odd rule and other outlines by the non-zero rule. A node
//! with a number that is not finite is left out.

pub mod data;
pub mod escape;
pub mod pdf;
pub mod raster;
pub mod svg;
pub mod visible;
