/// A portal for tests of modules that are used through its services.
@NullMarked
package org.kontor.testkit.portal;

import org.jspecify.annotations.NullMarked;
