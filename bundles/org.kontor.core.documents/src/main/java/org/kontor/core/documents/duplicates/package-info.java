/// Finds documents that stand for the same thing, and merges them.
///
/// **Why so** (2026-11). Keys are kept in a table, written with the document: a warning while somebody types is one look into an index, whatever the number of documents. A merge writes through the ordinary door,
/// so rights, guards and history hold; links are moved by a robot, because who merges two contacts need not be allowed to change every deal of theirs.
@NullMarked
package org.kontor.core.documents.duplicates;

import org.jspecify.annotations.NullMarked;
