/// Writes documents into files, page by page.
///
/// **Why so** (2026-11). Spreadsheets are written by a hundred lines over the zip and text writers of the JDK: the libraries seen keep shared texts of the whole file in memory, or bring five more. Dangerous
/// texts of a spreadsheet stay as they are, in cells marked as text; in a file of comma separated values they get an apostrophe.
@NullMarked
package org.kontor.core.documents.exports;

import org.jspecify.annotations.NullMarked;
