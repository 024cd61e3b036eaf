/// Draws pages of PDF.
@NullMarked
package org.kontor.wrap.pdfbox;

import org.jspecify.annotations.NullMarked;
