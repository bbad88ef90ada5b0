//! The program of the page “Targets and claims”: reads the address and takes the place of the HTML that stands there.

fn main() {
    clorian::ui::start(clorian::ui::program::TARGETS);
}
