/**
 * What Apigee counts by itself: its analytics statistics, minute by minute and proxy by proxy. An
 * answer that may lack something is no answer.
 */
@NullMarked
package io.entente.connector.apigee.stats;

import org.jspecify.annotations.NullMarked;
