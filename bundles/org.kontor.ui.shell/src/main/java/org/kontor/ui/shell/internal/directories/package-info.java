/// The directories that choices are made from, and the stages in their company.
@NullMarked
package org.kontor.ui.shell.internal.directories;

import org.jspecify.annotations.NullMarked;
