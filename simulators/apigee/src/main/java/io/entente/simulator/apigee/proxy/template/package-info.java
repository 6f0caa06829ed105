/** Message templates: text with variables and functions in curly braces. */
@NullMarked
package io.entente.simulator.apigee.proxy.template;

import org.jspecify.annotations.NullMarked;
