/// Nothing at run time: the place where npm packages of the portal's own enter the front end.
package org.kontor.ui.frontend;
