//! From records to a plan.
