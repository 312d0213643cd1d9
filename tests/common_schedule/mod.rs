//! Random plans: small, and as broken as an edited plan can be.
