//! Funds: what they need, have and lack, and what draws on them.

use std::sync::Arc;

use crate::plan::{Fund, Plan, Task};

#[derive(Clone, Debug)]
pub struct Funding<'a> {
    pub fund: &'a Arc<Fund>,
    /// In US dollars; None where need or means have no figure. A fund that has
    /// more than it needs lacks nothing.
    pub missing_usd: Option<u64>,
    /// The tasks that draw on it, in the order of the plan.
    pub tasks: Vec<&'a Arc<Task>>,
}

impl Funding<'_> {
    /// How much of the need is there, 0 to 1; None where either has no figure.
    pub fn share(&self) -> Option<f32> {
        let (needed, available) = (self.fund.needed_usd?, self.fund.available_usd?);
        let share = available as f64 / needed.max(1) as f64;
        Some(if needed == 0 { 1.0 } else { share.min(1.0) as f32 })
    }
}

/// All funds of a plan, in its order.
pub fn fundings(plan: &Plan) -> Vec<Funding<'_>> {
    let funding = |fund: &'_ Arc<Fund>| {
        let amounts = fund.needed_usd.zip(fund.available_usd);
        amounts.map(|(needed, available)| needed.saturating_sub(available))
    };
    plan.funds()
        .iter()
        .map(|fund| Funding {
            fund,
            missing_usd: funding(fund),
            tasks: plan.tasks().iter().filter(|t| t.fund.as_ref() == Some(&fund.id)).collect(),
        })
        .collect()
}
