/// Lists and boards of documents.
@NullMarked
package org.kontor.ui.shell.internal.list;

import org.jspecify.annotations.NullMarked;
