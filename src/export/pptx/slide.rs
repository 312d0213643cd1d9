//! Slides and their notes as XML.

use crate::render::escape::escaped;

const SPACES: &str = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
     xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
     xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const GROUP: &str =
    "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>";

/// A slide, 16 to 9, in the units of Office: 12,700 to the point.
pub const SIZE: (u32, u32) = (12_192_000, 6_858_000);

/// Left, top, width and height.
pub type Place = [u32; 4];

/// A slide while its shapes are added.
pub struct Slide<'a> {
    lang: &'a str,
    shapes: String,
    next: u32,
}

/// How a film is played: by the relations to it.
pub struct Film {
    pub video: usize,
    pub media: usize,
}

impl<'a> Slide<'a> {
    pub fn new(lang: &'a str) -> Slide<'a> {
        Slide { lang, shapes: String::new(), next: 2 }
    }

    fn id(&mut self) -> u32 {
        self.next += 1;
        self.next - 1
    }

    pub fn title(&mut self, text: &str) {
        let id = self.id();
        let paragraphs = self.paragraphs(&[text.to_owned()], "");
        self.shapes.push_str(&format!(
            "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"Title\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr>\
             <p:nvPr><p:ph type=\"title\"/></p:nvPr></p:nvSpPr><p:spPr/>\
             <p:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
        ));
    }

    /// Lines with a dot before each.
    pub fn bullets(&mut self, lines: &[String]) {
        let id = self.id();
        let paragraphs = self.paragraphs(lines, "");
        self.shapes.push_str(&format!(
            "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"Facts\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr>\
             <p:nvPr><p:ph type=\"body\" idx=\"1\"/></p:nvPr></p:nvSpPr><p:spPr/>\
             <p:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
        ));
    }

    /// A line of text of its own; `look` are properties of its letters.
    pub fn text(&mut self, name: &str, text: &str, [x, y, cx, cy]: Place, look: &str) {
        let id = self.id();
        let paragraphs = self.paragraphs(&[text.to_owned()], look);
        self.shapes.push_str(&format!(
            "<p:sp><p:nvSpPr><p:cNvPr id=\"{id}\" name=\"{name}\"/><p:cNvSpPr txBox=\"1\"/><p:nvPr/></p:nvSpPr>\
             <p:spPr><a:xfrm><a:off x=\"{x}\" y=\"{y}\"/><a:ext cx=\"{cx}\" cy=\"{cy}\"/></a:xfrm>\
             <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>\
             <p:txBody><a:bodyPr wrap=\"square\" lIns=\"0\" rIns=\"0\"><a:normAutofit/></a:bodyPr><a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
        ));
    }

    /// A picture by its relation, with what it shows for those who cannot see it;
    /// with a film it is what is seen before that plays.
    pub fn picture(&mut self, relation: usize, says: &str, place: Place, film: Option<&Film>) {
        let id = self.id();
        let [x, y, cx, cy] = place;
        let says = escaped(says);
        let (click, plays) = match film {
            Some(Film { video, media }) => (
                "<a:hlinkClick r:id=\"\" action=\"ppaction://media\"/>",
                format!(
                    "<a:videoFile r:link=\"rId{video}\"/><p:extLst><p:ext uri=\"{{DAA4B4D4-6D71-4841-9C94-3DE7FCFB9230}}\">\
                     <p14:media xmlns:p14=\"http://schemas.microsoft.com/office/powerpoint/2010/main\" r:embed=\"rId{media}\"/></p:ext></p:extLst>"
                ),
            ),
            None => ("", String::new()),
        };
        self.shapes.push_str(&format!(
            "<p:pic><p:nvPicPr><p:cNvPr id=\"{id}\" name=\"Map\" descr=\"{says}\">{click}</p:cNvPr>\
             <p:cNvPicPr><a:picLocks noChangeAspect=\"1\"/></p:cNvPicPr><p:nvPr>{plays}</p:nvPr></p:nvPicPr>\
             <p:blipFill><a:blip r:embed=\"rId{relation}\"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>\
             <p:spPr><a:xfrm><a:off x=\"{x}\" y=\"{y}\"/><a:ext cx=\"{cx}\" cy=\"{cy}\"/></a:xfrm>\
             <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:pic>"
        ));
    }

    fn paragraphs(&self, lines: &[String], look: &str) -> String {
        let lang = self.lang;
        let paragraph = |line: &String| {
            let text = escaped(line);
            format!(
                "<a:p><a:r><a:rPr lang=\"{lang}\"{look}><a:latin typeface=\"+mn-lt\"/></a:rPr><a:t>{text}</a:t></a:r></a:p>"
            )
        };
        match lines.is_empty() {
            true => format!("<a:p><a:endParaRPr lang=\"{lang}\"/></a:p>"),
            false => lines.iter().map(paragraph).collect(),
        }
    }

    pub fn xml(self) -> String {
        format!(
            "{HEAD}<p:sld {SPACES}><p:cSld><p:spTree>{GROUP}{}</p:spTree></p:cSld>\
             <p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>",
            self.shapes
        )
    }
}

/// The notes of a slide, a paragraph to the line.
pub fn notes(lang: &str, text: &str) -> String {
    let lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let paragraphs = Slide::new(lang).paragraphs(&lines, "");
    format!(
        "{HEAD}<p:notes {SPACES}><p:cSld><p:spTree>{GROUP}\
         <p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Slide\"/><p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\" noChangeAspect=\"1\"/></p:cNvSpPr>\
         <p:nvPr><p:ph type=\"sldImg\" idx=\"2\"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>\
         <p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"Notes\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr>\
         <p:nvPr><p:ph type=\"body\" sz=\"quarter\" idx=\"3\"/></p:nvPr></p:nvSpPr><p:spPr/>\
         <p:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</p:txBody></p:sp>\
         </p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )
}

/// The presentation: its slides by their relations, behind master, notes master and
/// theme.
pub fn presentation(first: usize, slides: usize) -> String {
    let slide = |number: usize| {
        format!("<p:sldId id=\"{}\" r:id=\"rId{}\"/>", 256 + number, first + number)
    };
    let list: String = (0..slides).map(slide).collect();
    let (cx, cy) = SIZE;
    format!(
        "{HEAD}<p:presentation {SPACES} saveSubsetFonts=\"1\">\
         <p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"rId1\"/></p:sldMasterIdLst>\
         <p:notesMasterIdLst><p:notesMasterId r:id=\"rId2\"/></p:notesMasterIdLst>\
         <p:sldIdLst>{list}</p:sldIdLst><p:sldSz cx=\"{cx}\" cy=\"{cy}\"/>\
         <p:notesSz cx=\"6858000\" cy=\"9144000\"/></p:presentation>"
    )
}
