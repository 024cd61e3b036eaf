@NullMarked
package org.kontor.leads.internal;

import org.jspecify.annotations.NullMarked;
