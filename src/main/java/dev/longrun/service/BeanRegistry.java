package dev.longrun.service;

/** Where beans get the names by which the routes call them. */
@FunctionalInterface
interface BeanRegistry {
  void bind(String name, Object bean);
}
