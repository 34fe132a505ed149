//! A document of A4 pages as a list of what is drawn where, and its meaning as a tree: headings, paragraphs, tables, figures, links. It
//! becomes a tagged PDF (PDF/UA-1) with no date of its own and no number by chance. It must not know what a paper says.

use std::num::NonZeroU16;

use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point, Rect};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ContentTag, Identifier, Node, SpanTag, TableHeaderScope, Tag, TagGroup, TagKind, TagTree};
use krilla::{Document, SerializeSettings};

use super::PaperFault;
use super::letters::{Face, plain};
use super::square::{QUIET, Square};
use crate::domain::language::Language;

/// Width and height of a page, in points (A4, ISO 216).
pub const PAGE: (f32, f32) = (595.276, 841.89);

/// A colour: red, green, blue.
pub type Colour = [u8; 3];
/// What most is written in.
pub const INK: Colour = [0x1a, 0x1a, 0x1a];
/// What is beside the point: seven to one on white.
pub const QUIET_INK: Colour = [0x52, 0x5a, 0x63];
/// Lines.
pub const LINE: Colour = [0xb4, 0xbb, 0xc2];

/// How a line is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Style {
    /// The cut of the letters.
    pub face: Face,
    /// Their size, in points.
    pub size: f32,
    /// Their colour.
    pub colour: Colour,
}

impl Style {
    /// For reading.
    pub const fn text(size: f32) -> Self {
        Self { face: Face::Regular, size, colour: INK }
    }

    /// What is beside the point.
    pub const fn quiet(size: f32) -> Self {
        Self { face: Face::Regular, size, colour: QUIET_INK }
    }

    /// What stands out.
    pub const fn bold(size: f32) -> Self {
        Self { face: Face::Bold, size, colour: INK }
    }
}

/// Something that was drawn and has a meaning; it is handed to exactly one [`Part`].
#[derive(Debug)]
pub struct Mark(usize);

/// What a part of the document is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// A heading of this level, from 1.
    Heading(u16),
    /// A paragraph.
    Paragraph,
    /// A table; what it shows.
    Table(String),
    /// A row of a table.
    Row,
    /// The heading of a column.
    ColumnHead,
    /// The heading of a row.
    RowHead,
    /// A cell.
    Cell,
    /// A picture, with what it shows.
    Figure(String),
    /// A link.
    Link,
    /// What belongs together, such as one badge.
    Group,
}

/// A part of the document's meaning.
#[derive(Debug)]
pub struct Part {
    meaning: Meaning,
    words: String,
    children: Vec<Child>,
}

#[derive(Debug)]
enum Child {
    Mark(usize),
    Part(Part),
}

impl Part {
    /// One without content.
    pub fn new(meaning: Meaning) -> Self {
        Self { meaning, words: String::new(), children: Vec::new() }
    }

    /// The same with what was drawn.
    pub fn with(mut self, marks: Vec<Mark>) -> Self {
        self.children.extend(marks.into_iter().map(|mark| Child::Mark(mark.0)));
        self
    }

    /// The same with other parts.
    pub fn holding(mut self, parts: Vec<Part>) -> Self {
        self.children.extend(parts.into_iter().map(Child::Part));
        self
    }

    /// The same, named: what a heading says.
    pub fn named(mut self, words: &str) -> Self {
        self.words = plain(words);
        self
    }
}

enum Drawn {
    Text { at: (f32, f32), style: Style, text: String, mark: Option<usize> },
    Shapes { areas: Vec<Rect>, colour: Colour, mark: Option<usize> },
    Link { area: Rect, to: String, mark: usize },
}

/// What the document says of itself.
#[derive(Clone, Debug)]
pub struct About {
    /// Its title.
    pub title: String,
    /// Its language.
    pub language: Language,
    /// Who made it.
    pub author: String,
}

/// A document in the making.
#[derive(Default)]
pub struct Sheet {
    pages: Vec<Vec<Drawn>>,
    tree: Vec<Part>,
    outline: Vec<(String, usize, f32)>,
    marks: usize,
}

impl Sheet {
    /// Begins another page.
    pub fn page(&mut self) {
        self.pages.push(Vec::new());
    }

    /// How many pages there are.
    pub fn pages(&self) -> usize {
        self.pages.len()
    }

    /// Writes one line; `at` is its left end on the base line, from the upper left corner of the page.
    pub fn line(&mut self, at: (f32, f32), style: Style, text: &str) -> Mark {
        self.line_as_is(at, style, &plain(text))
    }

    /// The same for what was made plain already; a blank at its end is kept.
    pub fn line_as_is(&mut self, at: (f32, f32), style: Style, text: &str) -> Mark {
        let mark = self.mark();
        self.draw(Drawn::Text { at, style, text: text.to_owned(), mark: Some(mark) });
        Mark(mark)
    }

    /// The same on a page of its number, as decoration that nobody needs to hear: a running foot.
    pub fn foot(&mut self, page: usize, at: (f32, f32), style: Style, text: &str) {
        if let Some(drawn) = self.pages.get_mut(page) {
            drawn.push(Drawn::Text { at, style, text: plain(text), mark: None });
        }
    }

    /// Fills an area, given by its upper left corner, width and height, as decoration.
    pub fn area(&mut self, (x, y): (f32, f32), (width, height): (f32, f32), colour: Colour) {
        let areas = Rect::from_xywh(x, y, width, height).into_iter().collect();
        self.draw(Drawn::Shapes { areas, colour, mark: None });
    }

    /// Draws a square to scan into an area of this side, quiet zone included.
    pub fn square(&mut self, (x, y): (f32, f32), side: f32, square: &Square) -> Mark {
        let module = side / (square.side + 2 * QUIET) as f32;
        let place = |n: usize| (n + QUIET) as f32 * module;
        let area = |(row, from, n): &(usize, usize, usize)| Rect::from_xywh(x + place(*from), y + place(*row), *n as f32 * module, module);
        let mark = self.mark();
        self.draw(Drawn::Shapes { areas: square.runs.iter().filter_map(area).collect(), colour: [0; 3], mark: Some(mark) });
        Mark(mark)
    }

    /// Makes an area lead somewhere.
    pub fn link(&mut self, (x, y): (f32, f32), (width, height): (f32, f32), to: &str) -> Option<Mark> {
        let area = Rect::from_xywh(x, y, width, height)?;
        let mark = self.mark();
        self.draw(Drawn::Link { area, to: to.to_owned(), mark });
        Some(Mark(mark))
    }

    /// Adds a part to what the document means, after those before it.
    pub fn add(&mut self, part: Part) {
        self.tree.push(part);
    }

    /// Lets readers jump to this height of the present page.
    pub fn enter(&mut self, title: &str, y: f32) {
        self.outline.push((plain(title), self.pages.len().saturating_sub(1), y));
    }

    fn mark(&mut self) -> usize {
        self.marks += 1;
        self.marks - 1
    }

    fn draw(&mut self, drawn: Drawn) {
        if self.pages.is_empty() {
            self.page();
        }
        if let Some(page) = self.pages.last_mut() {
            page.push(drawn);
        }
    }

    /// The file.
    ///
    /// # Errors
    /// When the document breaks a rule of PDF/UA.
    pub fn finish(self, of: &About) -> Result<Vec<u8>, PaperFault> {
        let configuration = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish();
        let configuration = configuration.map_err(|e| PaperFault::Unsound(format!("{e:?}")))?;
        let mut document = Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
        let mut known: Vec<Option<Identifier>> = (0..self.marks).map(|_| None).collect();
        for drawn in &self.pages {
            draw_page(&mut document, drawn, &mut known)?;
        }
        let mut tree = TagTree::new().with_lang(Some(of.language.code().to_owned()));
        for part in self.tree {
            tree.push(group(part, &mut known));
        }
        document.set_tag_tree(tree);
        let mut outline = Outline::new();
        for (title, page, y) in self.outline {
            outline.push_child(OutlineNode::new(title, XyzDestination::new(page, Point::from_xy(0.0, y))));
        }
        document.set_outline(outline);
        let author = vec![plain(&of.author)];
        document.set_metadata(
            Metadata::new().title(plain(&of.title)).language(of.language.code().to_owned()).creator("Quarterdeck".to_owned()).authors(author),
        );
        document.finish().map_err(|e| PaperFault::Unsound(format!("{e:?}")))
    }
}

fn draw_page(document: &mut Document, drawn: &[Drawn], known: &mut [Option<Identifier>]) -> Result<(), PaperFault> {
    let settings = PageSettings::from_wh(PAGE.0, PAGE.1).ok_or_else(|| PaperFault::Unsound("no page".into()))?;
    let mut page = document.start_page_with(settings);
    let mut surface = page.surface();
    for each in drawn {
        let (Drawn::Text { mark, .. } | Drawn::Shapes { mark, .. }) = each else { continue };
        let tag = match (mark, each) {
            (None, _) => ContentTag::Artifact(Artifact::default()),
            (_, Drawn::Text { .. }) => ContentTag::Span(SpanTag::empty()),
            _ => ContentTag::Other,
        };
        let identifier = surface.start_tagged(tag);
        put(&mut surface, each)?;
        surface.end_tagged();
        if let Some(place) = mark.and_then(|mark| known.get_mut(mark)) {
            *place = Some(identifier);
        }
    }
    surface.finish();
    for each in drawn {
        let Drawn::Link { area, to, mark } = each else { continue };
        let target = Target::Action(Action::Link(LinkAction::new(to.clone())));
        let identifier = page.add_tagged_annotation(Annotation::new_link(LinkAnnotation::new(*area, target), Some(to.clone())));
        if let Some(place) = known.get_mut(*mark) {
            *place = Some(identifier);
        }
    }
    page.finish();
    Ok(())
}

fn put(surface: &mut Surface<'_>, drawn: &Drawn) -> Result<(), PaperFault> {
    match drawn {
        Drawn::Text { at, style, text, .. } => {
            surface.set_fill(Some(fill(style.colour)));
            surface.draw_glyphs(Point::from_xy(at.0, at.1), &style.face.glyphs(text), style.face.font()?, text, style.size, false);
        }
        Drawn::Shapes { areas, colour, .. } => {
            surface.set_fill(Some(fill(*colour)));
            if let Some(path) = outline(areas) {
                surface.draw_path(&path);
            }
        }
        Drawn::Link { .. } => {}
    }
    Ok(())
}

fn outline(areas: &[Rect]) -> Option<Path> {
    let mut path = PathBuilder::new();
    areas.iter().for_each(|area| path.push_rect(*area));
    path.finish()
}

fn fill([red, green, blue]: Colour) -> Fill {
    Fill { paint: rgb::Color::new(red, green, blue).into(), ..Fill::default() }
}

fn group(part: Part, known: &mut [Option<Identifier>]) -> TagGroup {
    let tag: TagKind = match part.meaning {
        Meaning::Heading(level) => Tag::Hn(NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN), Some(part.words)).into(),
        Meaning::Paragraph => Tag::P.into(),
        Meaning::Table(what) => Tag::Table.with_summary(Some(what)).into(),
        Meaning::Row => Tag::TR.into(),
        Meaning::ColumnHead => Tag::TH(TableHeaderScope::Column).into(),
        Meaning::RowHead => Tag::TH(TableHeaderScope::Row).into(),
        Meaning::Cell => Tag::TD.into(),
        Meaning::Figure(what) => Tag::Figure(Some(what)).into(),
        Meaning::Link => Tag::Link.into(),
        Meaning::Group => Tag::Section.into(),
    };
    let mut group = TagGroup::new(tag);
    for child in part.children {
        match child {
            Child::Part(part) => group.push(self::group(part, known)),
            Child::Mark(mark) => {
                if let Some(identifier) = known.get_mut(mark).and_then(Option::take) {
                    group.push(Node::Leaf(identifier));
                }
            }
        }
    }
    group
}
