/// The portal's pages, as a person uses them: found by their `data-test` marks.
@NullMarked
package org.kontor.itests.harness.pages;

import org.jspecify.annotations.NullMarked;
