//! What stands in the accessibility statement, and in which order.

use crate::present::footnotes::Chapter;
use crate::words::text::access;

use super::Outline;
use super::Part::List;
use super::Part::Paragraph;

pub(super) const ACCESSIBILITY: &[Outline] = &[
    (&Chapter { id: "standard", heading: access::STANDARD }, &[Paragraph(access::STANDARD_STATUS)]),
    (
        &Chapter { id: "done", heading: access::DONE },
        &[List(&[
            access::DONE_KEYBOARD,
            access::DONE_NATIVE,
            access::DONE_CHARTS,
            access::DONE_MESSAGES,
            access::DONE_REFLOW,
            access::DONE_CONTRAST,
            access::DONE_MOTION,
            access::DONE_LANGUAGES,
            access::DONE_SCRIPTS,
        ])],
    ),
    (
        &Chapter { id: "untested", heading: access::UNTESTED },
        &[List(&[access::UNTESTED_READERS, access::UNTESTED_AUDIT, access::UNTESTED_SYMBOLS])],
    ),
    (&Chapter { id: "tested", heading: access::TESTED }, &[Paragraph(access::TESTED_HOW)]),
    (&Chapter { id: "report", heading: access::REPORT }, &[Paragraph(access::REPORT_HOW), Paragraph(access::REPORT_PUBLIC)]),
    (&Chapter { id: "prepared", heading: access::PREPARED }, &[Paragraph(access::PREPARED_ON)]),
];
