/// Brings documents in from files of comma separated values.
///
/// A file is looked at ([FirstLook]), tried out, then carried out by [ImportJob] in batches: documents, refused rows and the import's progress
/// commit together, so that an import goes on exactly where it was after a crash.
///
/// **Why so** (2026-11). Files are split by a reader of our own, not by a library: those seen give up, or swallow the rest of the file into
/// memory, at the first quote that is not closed; ours loses one line. Its reading is tested against commons-csv. Charsets are guessed by
/// a hundred lines of our own: the usual library is no bundle, and a person sees the sample and can choose.
@NullMarked
package org.kontor.core.documents.imports;

import org.jspecify.annotations.NullMarked;
