@NullMarked
package org.kontor.tasks.internal;

import org.jspecify.annotations.NullMarked;
