/// One document over the page: fields, stages, timeline, robots.
@NullMarked
package org.kontor.ui.shell.internal.card;

import org.jspecify.annotations.NullMarked;
