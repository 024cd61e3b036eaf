@NullMarked
package org.kontor.intake.ui.internal;

import org.jspecify.annotations.NullMarked;
