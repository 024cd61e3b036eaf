/// Content by its hash, in a folder.
@NullMarked
package org.kontor.core.files;

import org.jspecify.annotations.NullMarked;
