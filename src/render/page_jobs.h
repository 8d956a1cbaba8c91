// How pages without a view of their own kind are made: a job, and the values that they share.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "render/view.h"

namespace unclench::render {

// `inputs` as in PageJob.
PageJob job_of(const std::string& address, Hash inputs, std::function<PageView(Diagnostics&)> view);

// A page of the content: its own text counts among its inputs.
PageJob job_of(const content::PageText& page, const std::string& address, Hash inputs,
               std::function<PageView(Diagnostics&)> view);

// {title, summary}
PageView list_view(const std::string& template_name, const std::string& title,
                   const std::string& summary);

// The page of a list with a title and a summary among the phrases.
PageView named_list(const Site& site, const std::string& template_name, const std::string& name);

// {items: [{title, url, summary}]}: the page at "/folder/" that lists pages of the content.
template <typename T, typename Address>
void add_index(const Site& site, const std::string& folder, const content::Shared<T>& pages,
               Address address_of, std::vector<PageJob>& jobs) {
  Hash inputs = pages.size();
  for (const auto& page : pages) inputs = combine(inputs, page->head);
  jobs.push_back(
      job_of("/" + folder + "/", inputs, [&site, &pages, folder, address_of](Diagnostics&) {
        PageView view = named_list(site, "list", folder);
        Value items = Value::List();
        for (const auto& page : pages)
          items.add(link_item(page->title, site.url(address_of(*page)), page->summary));
        view.values.set("items", std::move(items));
        return view;
      }));
}

}  // namespace unclench::render
