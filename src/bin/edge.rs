//! The program of the page “Edge of care against residential”: reads the address and takes the place of the HTML that stands there.

fn main() {
    clorian::ui::start(clorian::ui::program::EDGE);
}
