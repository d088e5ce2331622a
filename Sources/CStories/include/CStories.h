/* The built-in stories of `interject practice`, as samples/stories has them, prefix ij_.
 *
 * They are part of the program, so that it needs no files beside it. */
#ifndef IJ_CSTORIES_H
#define IJ_CSTORIES_H

#include <stddef.h>

/* A story: its name, its text in TOML, and the Opus file that it is spoken in. */
struct ij_story {
  const char *name;
  const unsigned char *text;
  size_t text_length;
  const unsigned char *sound;
  size_t sound_length;
};

/* The number of stories, and one of them, from 0, in the order in which they are offered. */
int ij_story_count(void);
struct ij_story ij_story_at(int number);

#endif
