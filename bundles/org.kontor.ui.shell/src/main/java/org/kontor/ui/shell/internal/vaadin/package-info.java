/// How Vaadin runs under OSGi: its servlet, resources, push, and what must be forgotten when a bundle goes.
@NullMarked
package org.kontor.ui.shell.internal.vaadin;

import org.jspecify.annotations.NullMarked;
