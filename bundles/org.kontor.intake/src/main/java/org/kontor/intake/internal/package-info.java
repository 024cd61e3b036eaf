@NullMarked
package org.kontor.intake.internal;

import org.jspecify.annotations.NullMarked;
