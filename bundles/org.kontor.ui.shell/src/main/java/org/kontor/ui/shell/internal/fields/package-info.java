/// Where administrators add and change the fields of documents.
@NullMarked
package org.kontor.ui.shell.internal.fields;

import org.jspecify.annotations.NullMarked;
