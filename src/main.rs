//! The page in a browser: read the address, take over the HTML that stands there.

fn main() {
    clorian::ui::start();
}
