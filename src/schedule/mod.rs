//! What follows from a plan.

mod routes;

pub use routes::Routes;
