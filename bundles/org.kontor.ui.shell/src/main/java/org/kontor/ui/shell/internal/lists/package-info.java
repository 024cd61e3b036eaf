/// Where administrators define document types of their own: universal lists.
@NullMarked
package org.kontor.ui.shell.internal.lists;

import org.jspecify.annotations.NullMarked;
