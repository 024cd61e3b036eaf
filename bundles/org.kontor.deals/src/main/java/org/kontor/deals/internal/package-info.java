@NullMarked
package org.kontor.deals.internal;

import org.jspecify.annotations.NullMarked;
