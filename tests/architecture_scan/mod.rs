//! The paths that a Rust source names, told from comments, texts and groups.

/// A path that a source names: `crate::geo::LonLat`, `fs::write`, `egui`.
#[derive(Debug, PartialEq)]
pub struct Use {
    pub line: usize,
    /// As it is written, groups of a `use` taken apart.
    pub path: Vec<String>,
    /// The modules of the file it stands in, the innermost last.
    pub within: Vec<String>,
    /// Whether it is part of a module that only tests have.
    pub in_test: bool,
}

impl Use {
    /// The path from the root of the crate, where it is one of the crate, in a
    /// file of this module.
    pub fn rooted(&self, module: &[String]) -> Option<Vec<String>> {
        let mut base: Vec<&String> = module.iter().chain(&self.within).collect();
        let mut rest = self.path.as_slice();
        match rest.first()?.as_str() {
            "crate" | "decamp" => {
                base.clear();
                rest = &rest[1..];
            }
            "super" => {
                while rest.first().is_some_and(|name| name == "super") {
                    base.pop();
                    rest = &rest[1..];
                }
            }
            _ => return None,
        }
        Some(base.into_iter().chain(rest).cloned().collect())
    }
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Word(String),
    /// `::` behind a word.
    Path,
    Sign(char),
}

/// All paths of a source, single names included.
pub fn uses(text: &str) -> Vec<Use> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    let mut blocks: Vec<Block> = Vec::new();
    let mut at = 0;
    // Whether the attribute of what comes next says that only tests have it.
    let mut for_tests = false;
    while let Some((_, token)) = tokens.get(at) {
        let word = |n: usize| match tokens.get(n) {
            Some((_, Token::Word(word))) => Some(word.as_str()),
            _ => None,
        };
        let sign = |n: usize, sign: char| tokens.get(n).is_some_and(|t| t.1 == Token::Sign(sign));
        match token {
            Token::Sign('#') if is_cfg_test(&tokens[at..]) => {
                for_tests = true;
                at += CFG_TEST.len();
            }
            Token::Sign('{') => {
                blocks.push(Block::default());
                at += 1;
            }
            Token::Sign('}') => {
                blocks.pop();
                at += 1;
            }
            Token::Word(it) if it == "mod" && word(at + 1).is_some() && sign(at + 2, '{') => {
                let module = word(at + 1).map(Into::into);
                blocks.push(Block { module, in_test: for_tests });
                for_tests = false;
                at += 3;
            }
            Token::Word(_) => {
                let mut paths = Vec::new();
                at = path_at(&tokens, at, &[], &mut paths);
                let within: Vec<String> = blocks.iter().filter_map(|b| b.module.clone()).collect();
                let in_test = blocks.iter().any(|block| block.in_test);
                found.extend(paths.into_iter().map(|(line, path)| Use {
                    line,
                    path,
                    within: within.clone(),
                    in_test,
                }));
            }
            Token::Sign(';') => {
                for_tests = false;
                at += 1;
            }
            Token::Path | Token::Sign(_) => at += 1,
        }
    }
    found
}

#[derive(Default)]
struct Block {
    module: Option<String>,
    in_test: bool,
}

const CFG_TEST: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];

fn is_cfg_test(tokens: &[(usize, Token)]) -> bool {
    let fits = |(token, expect): (&(usize, Token), &str)| match &token.1 {
        Token::Word(word) => word == expect,
        Token::Sign(sign) => expect.chars().eq([*sign]),
        Token::Path => false,
    };
    tokens.len() >= CFG_TEST.len() && tokens.iter().zip(CFG_TEST).all(fits)
}

/// Reads the path that begins at a token, group by group, and tells where it ends.
fn path_at(
    tokens: &[(usize, Token)],
    mut at: usize,
    before: &[String],
    found: &mut Vec<(usize, Vec<String>)>,
) -> usize {
    let mut path = before.to_vec();
    let mut line = tokens[at].0;
    loop {
        match tokens.get(at) {
            Some((here, Token::Word(word))) => {
                path.push(word.clone());
                line = *here;
                at += 1;
            }
            Some((here, Token::Sign('*'))) => {
                found.push((*here, [path, vec!["*".into()]].concat()));
                return at + 1;
            }
            Some((_, Token::Sign('{'))) => return group_at(tokens, at + 1, &path, found),
            // A turbofish.
            _ => break,
        }
        match tokens.get(at) {
            Some((_, Token::Path)) => at += 1,
            _ => break,
        }
    }
    if path.len() > before.len() {
        found.push((line, path));
    }
    at
}

/// Reads the paths of a group behind its `{`, and tells where the group ends.
fn group_at(
    tokens: &[(usize, Token)],
    mut at: usize,
    before: &[String],
    found: &mut Vec<(usize, Vec<String>)>,
) -> usize {
    while let Some((_, token)) = tokens.get(at) {
        match token {
            Token::Sign('}') => return at + 1,
            // The other name of a member.
            Token::Word(word) if word == "as" => at += 2,
            Token::Word(_) | Token::Sign('*' | '{') => at = path_at(tokens, at, before, found),
            Token::Path | Token::Sign(_) => at += 1,
        }
    }
    at
}

/// Words and signs with their lines, without comments, texts and lifetimes.
fn tokens(text: &str) -> Vec<(usize, Token)> {
    let chars: Vec<char> = text.chars().collect();
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let starts =
        |at: usize, with: &str| with.chars().eq(chars[at..].iter().copied().take(with.len()));
    let mut found = Vec::new();
    let (mut at, mut line, mut counted) = (0, 1, 0);
    while at < chars.len() {
        line += chars[counted..at].iter().filter(|c| **c == '\n').count();
        counted = at;
        let c = chars[at];
        if starts(at, "//") {
            at = find(&chars, at, |c| c == '\n');
        } else if starts(at, "/*") {
            at = end_of_comment(&chars, at);
        } else if let Some(end) = end_of_raw_text(&chars, at) {
            at = end;
        } else if c == '"' {
            at = end_of_text(&chars, at, '"');
        } else if c == '\'' {
            at = end_of_char_or_lifetime(&chars, at);
        } else if is_word(c) {
            let end = find(&chars, at, |c| !is_word(c));
            found.push((line, Token::Word(chars[at..end].iter().collect())));
            at = end;
        } else if starts(at, "::") {
            // A path that begins so hangs on no word: `mut ::egui::Ui`.
            let hangs = at > 0 && is_word(chars[at - 1]);
            found.push((line, if hangs { Token::Path } else { Token::Sign(':') }));
            at += 2;
        } else {
            if !c.is_whitespace() {
                found.push((line, Token::Sign(c)));
            }
            at += 1;
        }
    }
    found
}

/// The first character from `at` on that is wanted; the end where there is none.
fn find(chars: &[char], at: usize, wanted: impl Fn(char) -> bool) -> usize {
    chars[at..].iter().position(|c| wanted(*c)).map_or(chars.len(), |n| at + n)
}

/// Comments stand within comments.
fn end_of_comment(chars: &[char], at: usize) -> usize {
    let (mut depth, mut at) = (0, at);
    while at < chars.len() {
        match chars.get(at..at + 2) {
            Some(['/', '*']) => (depth, at) = (depth + 1, at + 2),
            Some(['*', '/']) if depth == 1 => return at + 2,
            Some(['*', '/']) => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
    }
    at
}

fn end_of_text(chars: &[char], at: usize, quote: char) -> usize {
    let mut at = at + 1;
    while at < chars.len() && chars[at] != quote {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    (at + 1).min(chars.len())
}

/// Of `r"…"`, `r#"…"#` and `br"…"`.
fn end_of_raw_text(chars: &[char], at: usize) -> Option<usize> {
    let start = if chars[at] == 'b' { at + 1 } else { at };
    if chars.get(start) != Some(&'r') {
        return None;
    }
    let quote = find(chars, start + 1, |c| c != '#');
    let hashes = quote - start - 1;
    if chars.get(quote) != Some(&'"') {
        return None;
    }
    let closes = |end: usize| {
        let tail = chars.get(end + 1..end + 1 + hashes);
        chars[end] == '"' && tail.is_some_and(|tail| tail.iter().all(|c| *c == '#'))
    };
    (quote + 1..chars.len()).find(|end| closes(*end)).map(|end| end + 1 + hashes)
}

/// Of `'x'`, `'\n'` or `'a` alone.
fn end_of_char_or_lifetime(chars: &[char], at: usize) -> usize {
    match (chars.get(at + 1), chars.get(at + 2)) {
        (Some('\\'), _) => end_of_text(chars, at, '\''),
        (Some(_), Some('\'')) => at + 3,
        _ => at + 1,
    }
}
