@NullMarked
package org.kontor.contacts.internal;

import org.jspecify.annotations.NullMarked;
