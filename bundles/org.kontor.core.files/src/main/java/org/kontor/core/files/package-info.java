/// Content by its hash: in a folder, or in a store that speaks as Amazon S3 does.
///
/// **Why so** (2026-11). The store is spoken to with the HTTP client of the JDK and a signer of a hundred lines: the clients there are bring dozens of bundles for the three requests needed. Its hash is the name of
/// the content and at once what the signature asks for. PDFs are drawn by a program in a process of its own: readers of PDF bring megabytes of code that draws what strangers send, and inside the portal one bad file could take its memory.
@NullMarked
package org.kontor.core.files;

import org.jspecify.annotations.NullMarked;
