//! The steps of a closure among the preferences.

use serde_json::{Map, Value, json};

use crate::template::{MAX_DAYS, MAX_LAG, Template};

/// What is missing or out of range is as in the standard template.
pub(super) fn read(value: &Value) -> Template {
    let mut template = Template::standard();
    for step in &mut template.steps {
        let kept = &value[step.kind.as_word()];
        let days = kept["days"].as_u64().and_then(|days| u32::try_from(days).ok());
        step.days = days.filter(|days| (1..=MAX_DAYS).contains(days)).unwrap_or(step.days);
        let lag = kept["lag_days"].as_i64().filter(|lag| (-MAX_LAG..=MAX_LAG).contains(lag));
        step.lag_days = lag.unwrap_or(step.lag_days);
        step.is_wanted = kept["wanted"].as_bool().unwrap_or(step.is_wanted);
    }
    template
}

pub(super) fn write(template: &Template) -> Value {
    let steps = template.steps.iter().map(|step| {
        let kept =
            json!({ "days": step.days, "lag_days": step.lag_days, "wanted": step.is_wanted });
        (step.kind.as_word().to_owned(), kept)
    });
    Value::Object(steps.collect::<Map<_, _>>())
}
