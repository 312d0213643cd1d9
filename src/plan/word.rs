//! Closed lists of words, open to words of later versions.

/// Makes an enum of the words a member may have.
///
/// A word that is not in the list is kept as it is in `Unknown`, so that a file
/// of a later version survives being opened and saved; everything treats it as
/// `other`. The text behind the name is that of the list, under which the words
/// are found in each language.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident $list:literal { $($(#[$vdoc:meta])* $variant:ident = $word:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$vdoc])* $variant,)*
            /// A word this version does not know.
            Unknown(Box<str>),
        }

        impl $name {
            /// The words of this version, in the order of the format.
            pub const KNOWN: &'static [$name] = &[$($name::$variant),*];

            pub fn from_word(word: &str) -> $name {
                match word {
                    $($word => $name::$variant,)*
                    _ => $name::Unknown(word.into()),
                }
            }

            pub fn as_word(&self) -> &str {
                match self {
                    $($name::$variant => $word,)*
                    $name::Unknown(word) => word,
                }
            }

            pub fn is_known(&self) -> bool {
                !matches!(self, $name::Unknown(_))
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_word())
            }
        }

        impl $crate::plan::word::Word for $name {
            const LIST: &'static str = $list;

            fn from_word(word: &str) -> $name {
                $name::from_word(word)
            }
            fn as_word(&self) -> &str {
                $name::as_word(self)
            }
            fn known() -> &'static [$name] {
                $name::KNOWN
            }
            fn is_known(&self) -> bool {
                $name::is_known(self)
            }
        }
    };
}
pub(crate) use words;

/// What all enums made by `words!` have in common.
pub trait Word: Sized + 'static {
    /// The name of the list: `site-kind`.
    const LIST: &'static str;

    fn from_word(word: &str) -> Self;
    fn as_word(&self) -> &str;
    fn known() -> &'static [Self];
    fn is_known(&self) -> bool;
}
