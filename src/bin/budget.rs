//! The program of the page “The whole budget”: reads the address and takes the place of the HTML that stands there.

fn main() {
    clorian::ui::start(clorian::ui::program::BUDGET);
}
