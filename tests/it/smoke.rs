//! The whole way, on a small site.

use crate::support::Site;

#[test]
fn a_small_site_becomes_pages() {
    let outcome = Site::small().build();
    assert_eq!(outcome.codes(), Vec::<&str>::new());
    assert!(outcome.page("index.html").contains("Plan A"));
}
