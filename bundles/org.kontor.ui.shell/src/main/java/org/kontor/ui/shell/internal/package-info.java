/// The face of the portal: frame, lists, boards, cards, import, robots and settings.
@NullMarked
package org.kontor.ui.shell.internal;

import org.jspecify.annotations.NullMarked;
