//! The program of the page “Your own figures”: reads the address and takes the place of the HTML that stands there.

fn main() {
    clorian::ui::start(clorian::ui::program::FIGURES);
}
