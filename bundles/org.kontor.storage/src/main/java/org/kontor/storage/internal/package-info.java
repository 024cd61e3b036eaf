@NullMarked
package org.kontor.storage.internal;

import org.jspecify.annotations.NullMarked;
