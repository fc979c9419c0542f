/**
 * The environment and {@code .env}, read once into typed {@link dev.longrun.settings.Settings}; nobody else reads the environment, and
 * the clock everybody uses comes from here. It knows nobody. A new setting is a value in {@link dev.longrun.settings.SettingName}, a
 * component of {@code Settings}, and a line with its default in {@code .env.example}.
 */
package dev.longrun.settings;
